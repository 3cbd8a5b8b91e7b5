import type { z } from 'zod';

/** A route as the API's readers see it; a spec holds the list against the routes that are served. */
export interface Route {
  method: 'get' | 'post';
  path: string;
  operation: string;
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  status: 200 | 202;
  answer: z.ZodType;
  /** The answer is a page of HTML. */
  page?: true;
  /** The answer is a file of this media type. */
  media?: string;
  /** Takes Min-Position and says Kyogi-Position. */
  reads: boolean;
  etag?: true;
  /** Without signing in, cacheable, limited per address. */
  open?: true;
  /** Also answered as CSV. */
  csv?: true;
}
