/** The package comes without types: what is used of it here. */
declare module 'bpmn-moddle' {
  export interface Element {
    $type: string;
    id: string;
    [property: string]: unknown;
  }

  export class BpmnModdle {
    create(type: string, properties: Record<string, unknown>): Element;
    toXML(element: Element, options: { format: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{ rootElement: Element; elementsById: Record<string, Element>; warnings: Error[] }>;
  }
}
