/** Who keeps the accounts: the administrator all of them, an institution's manager those of the own people. */
import { api, dataOf } from '@tanshi/api-client';

export type Keeper = 'administrator' | 'manager';

const call = (id: string, reason: string) => ({ params: { path: { id } }, body: { reason } });

export async function suspend(keeper: Keeper, id: string, reason: string): Promise<void> {
  await (keeper === 'manager'
    ? api.POST('/api/institution/staff/{id}/suspension', call(id, reason))
    : api.POST('/api/admin/accounts/{id}/suspension', call(id, reason)));
}

export async function resume(keeper: Keeper, id: string, reason: string): Promise<void> {
  await (keeper === 'manager'
    ? api.POST('/api/institution/staff/{id}/resumption', call(id, reason))
    : api.POST('/api/admin/accounts/{id}/resumption', call(id, reason)));
}

/** The one-time code with which the owner sets a new password. */
export async function reset(keeper: Keeper, id: string, reason: string): Promise<string> {
  const { code } =
    keeper === 'manager'
      ? await dataOf(api.POST('/api/institution/staff/{id}/reset', call(id, reason)))
      : await dataOf(api.POST('/api/admin/accounts/{id}/reset', call(id, reason)));
  return code;
}
