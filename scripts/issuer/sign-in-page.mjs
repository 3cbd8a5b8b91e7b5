import { demoPassword } from './people.mjs';

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** @param {string} text */
const escape = (text) => String(text).replace(/[&<>"']/g, (character) => entities[character]);

const style = `
  :root { color-scheme: light dark; font: 1rem/1.6 system-ui, 'Noto Sans JP', sans-serif; }
  body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  fieldset { border: 1px solid GrayText; border-radius: .5rem; margin: 0 0 1rem; }
  legend { font-weight: 600; padding: 0 .5rem; }
  label.person { display: flex; gap: .75rem; align-items: baseline; padding: .35rem .5rem; border-radius: .35rem; }
  label.person:has(:checked) { outline: 2px solid Highlight; }
  small { opacity: .8; }
  input, button { font: inherit; padding: .35rem .75rem; }
  [role=alert] { border-left: 4px solid #c00; padding-left: .75rem; }`;

/** @param {import('./people.mjs').DemoPerson} person @param {boolean} checked */
const row = (person, checked) => `
      <label class="person">
        <input type="radio" name="person" value="${escape(person.id)}" required${checked ? ' checked' : ''}>
        <span>${escape(person.name)} <code>${escape(person.id)}</code><br><small>${escape(person.roles.join(', '))}</small></span>
      </label>`;

/**
 * The sign-in page: demonstration people by home organ, the password shown and filled in.
 * @param {{ people: import('./people.mjs').DemoPerson[], client: string, chosen?: string, failed?: boolean }} view
 */
export function signInPage({ people, client, chosen, failed = false }) {
  const organs = [...new Set(people.map((person) => person.homeOrgan))];
  const groups = organs.map((organ) => {
    const rows = people
      .filter((person) => person.homeOrgan === organ)
      .map((one) => row(one, one.id === chosen));
    return `    <fieldset><legend>${escape(organ)}</legend>${rows.join('')}\n    </fieldset>`;
  });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Kyogi demonstration sign-in</title><style>${style}</style></head>
<body>
<main>
  <h1>Demonstration sign-in</h1>
  <p>For ${escape(client)}. These people are invented and everybody's password is <code>${demoPassword}</code>: never put this server on a network.</p>
  ${failed ? '<p role="alert">That person and password do not go together: choose again.</p>' : ''}
  <form method="post">
${groups.join('\n')}
    <p><label>Password <input name="password" value="${demoPassword}" autocomplete="off" required></label> <button>Sign in</button></p>
  </form>
</main>
</body>
</html>`;
}
