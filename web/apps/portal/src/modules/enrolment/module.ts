import type { AppModule } from '@tanshi/ui';

const roles = ['CANDIDATE'] as const;

/** The candidate's home: one next step with its deadline, and what the institution has handed in. */
const enrolment: AppModule = {
  routes: [],
  candidateRoutes: [
    { path: '', component: () => import('./HomePage.vue'), meta: { title: '我的考期' } },
    {
      path: 'application/:id',
      component: () => import('./ApplicationPage.vue'),
      props: true,
      meta: { title: '核对报名信息' },
    },
  ],
  menu: [{ label: '考期', to: '/me', roles, order: 10, icon: 'calendar' }],
};
export default enrolment;
