import { factsOf, type Cabinet, type DossierBody } from '#contracts';
import { mandatoryConsultees } from './participants.js';

/** Why an initiative must be consulted on, if it must (E.2). */
export const reasonsToConsult = (body: DossierBody, cabinet: Cabinet, date: string): string[] => {
  const facts = factsOf(body);
  const reasons: [boolean | undefined, string][] = [
    [(facts.budgetYen ?? 0) > cabinet.policy.consultationBudgetYen, 'its budget is above the threshold'],
    [facts.personalData, 'it uses personal data'],
    [facts.highRisk, 'it is high-risk'],
    [facts.affectsLocalGovernments, 'it affects local governments'],
  ];
  const mandatory = mandatoryConsultees(body, cabinet, date).map(
    ({ organ, tags }) => `${organ} must be asked on ${tags.join(', ')}`,
  );
  return [...reasons.filter(([holds]) => holds).map(([, reason]) => reason), ...mandatory];
};
