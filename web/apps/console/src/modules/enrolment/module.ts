import type { AppModule } from '@tanshi/ui';

const roles = ['INSTITUTION_MANAGER', 'INSTITUTION_STAFF'] as const;

/** The institution's side of registration. */
const enrolment: AppModule = {
  routes: [
    {
      path: '/institution',
      component: () => import('./InstitutionHome.vue'),
      meta: { title: '本期工作台', roles },
    },
    {
      path: '/batches',
      children: [
        {
          path: '',
          component: () => import('./BatchesPage.vue'),
          meta: { title: '批量报名', roles },
        },
        {
          path: ':id',
          component: () => import('./BatchPage.vue'),
          props: true,
          meta: { title: '批量报名', roles },
        },
      ],
    },
    {
      path: '/roster',
      children: [
        {
          path: '',
          component: () => import('./RosterPage.vue'),
          meta: { title: '名单与补正', roles },
        },
        {
          path: ':id',
          component: () => import('./RosterDetailPage.vue'),
          props: true,
          meta: { title: '名单与补正', roles },
        },
      ],
    },
    {
      path: '/codes',
      component: () => import('./CodesPage.vue'),
      meta: { title: '激活码', roles },
    },
  ],
  menu: [
    { label: '本期工作台', to: '/institution', roles, order: 10 },
    { label: '批量报名', to: '/batches', roles, order: 12 },
    { label: '名单与补正', to: '/roster', roles, order: 14 },
    { label: '激活码', to: '/codes', roles, order: 16 },
  ],
};
export default enrolment;
