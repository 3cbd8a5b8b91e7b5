/** The address is not one that may be called, whatever stands behind it; asking again changes nothing but by another answer of DNS. */
export class Refused extends Error {
  override name = 'Refused';
}

/** No answer: no such name, no connection, no sound TLS, or not in time. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}
