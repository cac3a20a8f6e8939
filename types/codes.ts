/** Every refusal that any action can give. The screen has one sentence for each, or it does not compile. */
import type { CanteenContract, DinersContract } from './canteen';
import type { CareContract } from './care';
import type { ErrorsOf, KernelCode } from './contract';
import type { CourierContract } from './courier';
import type { MediationContract } from './mediation';
import type { NoticesContract } from './notices';
import type { MembersContract, PeopleContract } from './people';
import type { SafetyContract } from './safety';

/** Made by the phone itself: the call never came back, or the chosen file cannot be drawn. */
export type TransportCode = 'OFFLINE' | 'TIMEOUT' | 'NOT_A_PICTURE';

/** Refusals that several packages know: said once, in the main package. */
type CommonCode = 'PAST_DAY' | 'NOTHING_TO_EXPORT';

/** Refusals of the main package's screens; their sentences are there from the first moment. */
/** Said by several packages. */
type SharedCode = 'UNKNOWN_PLACE' | 'NOT_A_MEMBER';

export type MainCode =
  | SharedCode
  | KernelCode
  | TransportCode
  | CommonCode
  | ErrorsOf<DinersContract>
  | ErrorsOf<MembersContract>
  | ErrorsOf<CourierContract>;

/** All of them. A later domain adds its errors here; its sentences travel in its own subpackage. */
export type ErrorCode =
  | MainCode
  | ErrorsOf<CanteenContract>
  | ErrorsOf<CareContract>
  | ErrorsOf<MediationContract>
  | ErrorsOf<NoticesContract>
  | ErrorsOf<PeopleContract>
  | ErrorsOf<SafetyContract>;
