// The doors of the people room, for the tables of wall-tables.ts.

/** About one account, grant, duty …: whoever may not keep it hears that there is none. */
export const hiddenPeople = [
  'readPerson',
  'endAccount',
  'resetPassword',
  'resetFactor',
  'revokeGrant',
  'withdrawDuty',
  'enterAbsence',
  'withdrawAbsence',
  'revokeToken',
  'endMySession',
]

export const everybodysOwn = ['readMe', 'readMyFactor', 'listMySessions']

/** These ask for the password first, and the people of the walls have none. */
export const asksPassword = ['beginFactor', 'confirmFactor', 'endFactor']
