/** `attachment` with a name in any script (RFC 6266, RFC 8187), and one in ASCII for who cannot read it. */
export const attachment = (name: string, plain: string): string => {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

/** A name that every file system takes: the parts joined, without what a path may not hold. */
export const fileName = (...parts: string[]): string =>
  parts
    .join('_')
    .replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 120);
