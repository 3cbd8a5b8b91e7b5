import { cabinetFile, dataSource, loadCabinet, Metrics, readConfig } from '#platform';
import { openReconciler } from '../../apps/headquarters/src/reconcile/open-reconciler';

/** A process that reconciles the night in NIGHT once, to be killed. The settings come from the environment. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const db = await dataSource(config.DATABASE_URL, 'kyogi_projector', { size: 2 }).initialize();
  const reconciler = openReconciler(db, config, loadCabinet(cabinetFile(config)), new Metrics());
  await reconciler.run({ night: process.env.NIGHT! });
  await db.destroy();
}

void main();
