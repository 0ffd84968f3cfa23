// The host has them, since it can be copied out alone.
export * from './host/languages.ts';
