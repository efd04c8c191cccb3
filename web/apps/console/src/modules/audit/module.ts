import type { AppModule } from '@tanshi/ui';

const audit: AppModule = {
  routes: [
    {
      path: '/audit',
      component: () => import('./AuditPage.vue'),
      meta: { title: '审计记录', roles: ['AUDITOR'] },
    },
  ],
  menu: [{ label: '审计记录', to: '/audit', roles: ['AUDITOR'], order: 90 }],
};
export default audit;
