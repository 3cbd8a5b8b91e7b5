/** What `npm run kyogi -- help` prints. */
export const help = `npm run kyogi -- file <csv> --map <map> [options]

Files a spreadsheet of initiatives: every row is drafted, approved by another person and filed, by the
same commands as anybody's. Run it again whenever it broke off or rows were mended: nothing is filed twice.

  --map <name>            how its columns are read: cabinets/maps/<name>.json
  --cabinet <name>        the cabinet of the system to use or to start (japan)
  --report <csv>          write the rejected rows there: row, column, reason
  --as <person>           demonstration person who drafts and files (batch-filer)
  --approver <person>     demonstration person who approves (batch-approver)
  --secretariat <person>  demonstration person who asks headquarters for overlaps (hq-intake)
  --step <step>           only this step: draft, approve or file; may be given several times

With an issuer of your own: KYOGI_TOKEN and KYOGI_APPROVER_TOKEN are the access tokens of the two, and
KYOGI_INTAKE_URL, KYOGI_HEADQUARTERS_URL say where the system runs.

Rows: CSV in UTF-8, the header first; rows are numbered as a spreadsheet shows them (the header is row 1).
Exit status: 0 the file was worked through, rejected rows are reported; 1 it could not be; 2 a mistake in the call.

npm run kyogi -- clock [<instant>]

Moves the clocks of a running system that was started with KYOGI_MOVABLE_CLOCK=true, forward from the second
time on, past every deadline on the way; without an instant it says where they are. Example: 2026-06-03T17:00+09:00.
Elsewhere KYOGI_REVIEW_URL says where review runs.

npm run kyogi -- tail <subscription> [--after <number>] [--end] [--as <person>] [--json]

Shows the deliveries of a subscription as they come, in order, and says when one is missing. It only looks on: what
the subscriber has dealt with stays as it is. --after begins behind a number (0 for all); --end ends when nothing
more is there. One JSON object a line with --json, or when it is piped.

npm run kyogi -- replay <subscription> --from <number> --to <number> [--parked] [--dry-run] [--reason <text>] [--as <person>] [--json]

Sends deliveries of a webhook once more; --parked only those that were given up, --dry-run says how many it would be.

npm run kyogi -- rebuild [<model> ...] [--as <person>] [--json]

Builds read models of headquarters anew from the ledger, all or those that are named, and waits until they answer.

npm run kyogi -- verify log | proof …

Checks the transparency log of a running system, or one proof of it, without its database; without more it is the
log of the system that runs here. npm run kyogi -- verify --help says how to check another.

For these KYOGI_TOKEN is your access token, and KYOGI_DELIVERY_URL and KYOGI_HEADQUARTERS_URL say where the system
runs; with the demonstration issuer --as names the person (hq-director).

  npm run kyogi -- help
`;
