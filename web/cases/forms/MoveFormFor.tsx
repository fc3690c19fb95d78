// Which form stands behind which act.
import type { ComponentType } from 'react'
import { AnswerForm } from './AnswerForm.tsx'
import { DecideAppealForm, OverdueAppealForm } from './appeal-forms.tsx'
import { AssistDoneForm, WithdrawAssistForm } from './helper-forms.tsx'
import { AffectedTooForm, StillBrokenForm } from './caller-forms.tsx'
import { CheckFailForm, CheckPassForm, CloseForm } from './check-forms.tsx'
import { CorrectForm } from './CorrectForm.tsx'
import { ContactForm, VerifiedForm, VerifyForm } from './field-forms.tsx'
import { AcceptForm, FileAndDispatchForm, TriageForm } from './FileAndDispatchForm.tsx'
import type { FormKey } from './form-keys.ts'
import { HandleForm, SelfHandleForm } from './HandleForm.tsx'
import { EscalateForm } from './EscalateForm.tsx'
import { AttachForm } from './papers.tsx'
import * as reason from './reason-forms.tsx'
import { AssistForm, DispatchForm, RerouteForm, TransferForm } from './receiver-forms.tsx'
import {
  DecideExtensionForm,
  ExtensionForm,
  RefuseSuspensionForm,
  SuspendForm,
} from './time-forms.tsx'
import type { FormProps } from './useMove.ts'
import { CallbackForm, MergeForm, SampleForm, UnmergeForm } from './voices-forms.tsx'
import { ArriveForm, RateWhistleForm, SettleWhistleForm, WhistleForm } from './whistle-forms.tsx'
import { AnswerSupervisionForm, SuperviseForm, UrgeForm } from './watching-forms.tsx'

const forms: Readonly<Record<FormKey, ComponentType<FormProps>>> = {
  fileAndDispatch: FileAndDispatchForm,
  accept: AcceptForm,
  triage: TriageForm,
  notAccept: reason.NotAcceptForm,
  verify: VerifyForm,
  verified: VerifiedForm,
  dispatch: DispatchForm,
  acceptDuty: reason.AcceptDutyForm,
  selfHandle: SelfHandleForm,
  return: reason.ReturnForm,
  reroute: RerouteForm,
  uphold: reason.UpholdForm,
  transfer: TransferForm,
  assist: AssistForm,
  assistDone: AssistDoneForm,
  withdrawAssist: WithdrawAssistForm,
  handle: HandleForm,
  checkPass: CheckPassForm,
  checkFail: CheckFailForm,
  confirmOnward: reason.ConfirmOnwardForm,
  close: CloseForm,
  extension: ExtensionForm,
  decideExtension: DecideExtensionForm,
  suspend: SuspendForm,
  refuseSuspension: RefuseSuspensionForm,
  resume: reason.ResumeForm,
  question: reason.QuestionForm,
  contact: ContactForm,
  correct: CorrectForm,
  overdueAppeal: OverdueAppealForm,
  decideAppeal: DecideAppealForm,
  whistle: WhistleForm,
  arrive: ArriveForm,
  settleWhistle: SettleWhistleForm,
  rateWhistle: RateWhistleForm,
  urge: UrgeForm,
  supervise: SuperviseForm,
  answerSupervision: AnswerSupervisionForm,
  callback: CallbackForm,
  sampleCheck: SampleForm,
  affectedToo: AffectedTooForm,
  stillBroken: StillBrokenForm,
  merge: MergeForm,
  unmerge: UnmergeForm,
  note: reason.NoteForm,
  attach: AttachForm,
  escalate: EscalateForm,
  void: reason.VoidForm,
  decideContest: reason.DecideContestForm,
  answer: AnswerForm,
  reopen: reason.ReopenFromAboveForm,
}

export function MoveFormFor({ form, ...props }: FormProps & { form: FormKey }) {
  const Form = forms[form]
  return <Form {...props} />
}
