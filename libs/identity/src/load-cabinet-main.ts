import { cabinetFile, config, loadCabinet, loadPeople, peopleFile } from '#platform';
import { loadCabinetInto } from './load-cabinet.js';

/** The process that loads the cabinet and its people; exit code 1 and a line per fault when a file cannot be used. */
async function main(): Promise<void> {
  const settings = config();
  const cabinet = loadCabinet(cabinetFile(settings));
  const people = loadPeople(peopleFile(settings), cabinet);
  const loaded = await loadCabinetInto(settings.DATABASE_URL, {
    cabinet,
    people,
    issuer: settings.OIDC_ISSUER,
  });
  const counts = `${cabinet.organs.length} organs, ${people.people.length} people`;
  const changed = Object.values(loaded).some((count) => count > 0);
  process.stdout.write(`cabinet ${cabinet.name}: ${counts}${changed ? ', loaded' : ', current already'}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
