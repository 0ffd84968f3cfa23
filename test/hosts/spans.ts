// Prints the spans of a host, in the place of whatever collects them.
import { type Tracer, trace } from '@opentelemetry/api';

const tracer = {
  startActiveSpan: (_: string, work: (span: object) => unknown) => {
    let name = '';
    const told: unknown[] = [];
    return work({
      updateName: (better: string) => {
        name = better;
      },
      setAttribute: (_: string, value: unknown) => told.push(value),
      setStatus: () => {},
      end: () => console.log(`span ${name} ${told.join(' ')}`),
    });
  },
} as unknown as Tracer;

trace.setGlobalTracerProvider({ getTracer: () => tracer });
