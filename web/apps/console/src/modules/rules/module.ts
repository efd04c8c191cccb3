import type { AppModule } from '@tanshi/ui';

const admin = ['ADMINISTRATOR'] as const;
const both = ['REVIEWER', 'ADMINISTRATOR'] as const;

/** Conditions and papers: published per sitting, tried out, and the precedents that go with them. */
const rules: AppModule = {
  routes: [
    {
      path: '/rules',
      component: () => import('./RulesPage.vue'),
      meta: { title: '条件与资料', roles: admin },
    },
    {
      path: '/rules/trial',
      component: () => import('./TrialPage.vue'),
      meta: { title: '试算与回放', roles: admin },
    },
    {
      path: '/rules/versions/:code',
      component: () => import('./VersionPage.vue'),
      props: true,
      meta: { title: '条件版本', roles: admin },
    },
    {
      path: '/conditions',
      component: () => import('./ConditionsPage.vue'),
      meta: { title: '条件与口径', roles: both },
    },
  ],
  menu: [
    { label: '条件与资料', to: '/rules', roles: admin, order: 30 },
    { label: '条件与口径', to: '/conditions', roles: ['REVIEWER'], order: 20 },
  ],
};
export default rules;
