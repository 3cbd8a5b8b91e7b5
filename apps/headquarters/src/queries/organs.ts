import type { Cabinet } from '#contracts';

/** The organs of the cabinet in protocol order, with those that have none at the end. */
export const listOrgans = ({ organs }: Cabinet) => ({
  items: [...organs]
    .sort(
      (a, b) => (a.protocolOrder ?? Infinity) - (b.protocolOrder ?? Infinity) || (a.slug < b.slug ? -1 : 1),
    )
    .map((organ) => ({
      ...organ,
      parent: organ.parent ?? null,
      protocolOrder: organ.protocolOrder ?? null,
      validTo: organ.validTo ?? null,
      secretariat: organ.secretariat ?? false,
    })),
});
