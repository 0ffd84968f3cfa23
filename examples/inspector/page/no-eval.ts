import * as z from 'zod/mini';

// A page imports this before the library: zod would try whether it may make functions of a text, which the page's policy forbids and a
// browser reports.
z.config({ jitless: true });
