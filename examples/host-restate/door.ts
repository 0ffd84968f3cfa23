import { Agent, request } from 'node:http';
import { settings, socketOf } from './settings.ts';

/** The server cannot take or tell anything now. What was asked may have been done all the same, or be done later. */
export class Unavailable extends Error {
  override name = 'Unavailable';
}

/** What a handler answers where it can do nothing with what is stored. */
export const unreadable = 422;

const agent = new Agent({ keepAlive: true });

/** Asks the server over one of its sockets, which are open to whoever may enter the data folder and to nobody else. */
export function ask(which: 'ingress' | 'admin', method: string, path: string, body?: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        agent,
        socketPath: socketOf(which),
        method,
        path,
        signal: AbortSignal.timeout(settings.patience),
        headers: { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) },
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part) => {
          text += part;
        });
        answer.on('error', () => reject(new Unavailable()));
        answer.on('end', () => {
          const { statusCode = 0 } = answer;
          if (statusCode < 300) resolve(text ? JSON.parse(text) : undefined);
          else reject(statusCode === unreadable ? new Error('A case cannot be read') : new Unavailable());
        });
      },
    );
    asked.on('error', () => reject(new Unavailable()));
    asked.end(body && JSON.stringify(body));
  });
}

/** Calls a handler. */
export const call = (service: string, key: string, handler: string, body?: object): Promise<unknown> =>
  ask('ingress', 'POST', `/${service}/${encodeURIComponent(key)}/${handler}`, body);
