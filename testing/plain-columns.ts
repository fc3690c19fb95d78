// Columns that can hold words and hold nothing of a person, table by table, under the reason why not. A new column stands
// either here or in the register of personal data; the test beside it sees that none stands nowhere.

/** Digests of secrets and of contents: they open or compare something and lead to nobody by themselves. */
const digests = `
activities.bookings: secret_hash
activities.group_secrets: secret_hash
activities.registrations: secret_hash
cases.entries: hash
cases.voices: secret_hash link_hash
exchange.alerts: token_hash code_digest
exchange.calendars: token_hash
exchange.order_imports: file_hash
exchange.orders: content_hash
kit.asks: kind key
kit.commands: content_hash
kit.seals: journal keys digests prev_hash hash
people.credentials: password_hash
people.recovery_codes: digest
people.resident_codes: code_digest
people.resident_sessions: token_hash
people.sessions: token_hash
people.tokens: token_hash
surveys.codes: code_hash command_hash
surveys.import_rows: row_key
surveys.imports: file_hash
surveys.paper: sheet_key command_hash
themes.decisions: sha256 sm3
themes.evaluations: sha256 sm3
themes.evidence: sha256 sm3
themes.voices: secret_hash`

/** Places, kinds, rules, hours and names of things and offices. */
const things = `
activities.centres: name_zh name_en address phone lon lat plan_photo
activities.floors: name_zh name_en plan_photo
activities.groups: name_zh name_en about
activities.hours: week reason
activities.lending_rules: rules reason
activities.rooms: name_zh name_en note_zh note_en equipment
activities.series: title_zh title_en about materials rule start_time
activities.sessions: place topic_zh topic_en why_zh why_en
activities.spaces: name_zh address owner
activities.special_days: spans reason_zh reason_en
activities.zones: name_zh name_en purpose
cases.templates: move category title words
exchange.order_desks: mapping
exchange.remotes: name url jurisdiction sends services offered last_error
exchange.webhooks: name url kinds
kit.settings: name value
patrols.changes: said
patrols.objects: name tag lon lat
patrols.plans: area_path name
people.desk_phones: phone
people.tokens: name scopes
people.units: code post name_zh name_en phone
people.versions: topic
places.areas: tree code name name_en level path time_zone
places.boundaries: geometry west south east north source
places.calendar_days: name version
places.categories: code parent definition pack pack_version
places.former_names: name
places.levels: tree level name_zh name_en code_pattern
places.redrawings: base parts heirs plan
places.rules: key value reason
places.versions: topic
places.work_segments: segments reason
public.migrations: name checksum
resources.kinds: code definition pack pack_version
resources.resources: owner_path kind name name_en capacity_unit openings address lon lat offers conditions external_system external_id
surveys.margins: dimension category area_path title label source
surveys.surveys: area_path title
surveys.versions: questionnaire
themes.kinds: code definition reason
themes.themes: kind_code name_zh name_en promise circle adopted`

/** Numbers of matters and steps of the work: what happened to a case, a booking, a request, in words of the office. */
const steps = `
activities.bookings: number
activities.entries: act reason facts
activities.registrations: number
activities.space_uses: reason
activities.tellings: cause words_zh words_en
cases.cases: particulars number category home_path filed_path resume_to refused suspension suspension_ask external_id supervisions linked_to merged appeal
cases.clocks: kind pauses extensions calendar_version
cases.entries: move from_state to_state
cases.extension_requests: reason
cases.handovers: items counts remark
cases.legs: task results
cases.proofs: text
cases.rounds: closing_words counted_path
cases.samples: words
cases.whistles: reason plan result
exchange.alert_items: item
exchange.deliveries: kind case_number body last_error
exchange.order_batches: by_system
exchange.order_imports: by_system
exchange.remote_requests: case_number reference service token remote_number last_error
exchange.remote_steps: step
exchange.remote_words: cause last_error
exchange.told: case_number kind
notices.messages: kind cause last_error
notices.notices: cause kind case_number words_zh words_en topic topic_id
notices.set_aside: case_number move error
resources.changes: changed reason
resources.request_moves: to_state
resources.requests: asker_path to_path alternative
resources.uses: reason
surveys.imports: file_name
surveys.schemes: scheme report reason
surveys.steps: reason detail
surveys.withdrawals: reason
themes.choices: question end_reason
themes.decisions: kind_code kind reasons rule objections
themes.evidence: content
themes.goals: text indicator params unit baseline_how reason
themes.measures: text end_reason
themes.meetings: notice_how place
themes.states: reason
themes.weightings: reason
themes.what_ifs: name reason weights ranking`

/** Sums, counts and models over many. */
const sums = `
cases.suggestion_models: measured model
cases.tallies: path
surveys.frame: building source
surveys.publications: results cells reason
surveys.topic_edits: question topic name into_topic
themes.evaluations: results conclusion`

/** What an office publishes under its own name. */
const published = `
notices.board: title body photo paper changed_why
notices.board_entries: reason facts`

/** Secrets of the program itself towards other systems; sealed, and nobody's. */
const ofTheProgram = `
exchange.remotes: sealed_key
exchange.webhook_secrets: sealed_secret`

export const plainColumns: readonly string[] = [
  digests,
  things,
  steps,
  sums,
  published,
  ofTheProgram,
].flatMap((list) =>
  list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [table = '', names = ''] = line.split(': ')
      return names.split(' ').map((name) => `${table}.${name}`)
    }),
)
