/** Sites for meetings in the browser. These are the hosts of the meetings themselves. */
export const MEETING_SITES = [
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'teams.cloud.microsoft',
  'app.zoom.us',
  'webex.com',
  'whereby.com',
  'meet.jit.si',
  '8x8.vc',
  'app.gotomeeting.com',
  'meet.goto.com',
  'talk.brave.com',
] as const;
