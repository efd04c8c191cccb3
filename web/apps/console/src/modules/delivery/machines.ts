import { api } from '@tanshi/api-client';
import type { Seat } from './board';

/** Lets the candidate go on at the machine that asks, or does not. */
export const decideMachine = (sittingId: string, seat: Seat, release: boolean, reason: string) =>
  api.POST('/api/invigilator/sittings/{id}/machine-requests/{request}/decision', {
    params: { path: { id: sittingId, request: seat.request?.id ?? '' } },
    body: { release, reason },
  });
