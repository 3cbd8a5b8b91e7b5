import { isHeadquartersRole, type Principal } from '#contracts';

/**
 * Whose eyes a person has: the organs they work for, the headquarters when they hold a role of its secretariat, and '*', what is open
 * to the whole government. A machine downstream has '*' only; the public, and whoever holds no role, nothing.
 */
export const sightOf = ({ assignments }: Principal, headquarters: string): string[] => {
  const eyes = new Set<string>();
  for (const { role, organ } of assignments) {
    if (role === 'PUBLIC' || role === 'SYSTEM') continue;
    eyes.add('*');
    if (isHeadquartersRole(role)) eyes.add(headquarters);
    else if (role !== 'DOWNSTREAM') eyes.add(organ);
  }
  return [...eyes].sort();
};
