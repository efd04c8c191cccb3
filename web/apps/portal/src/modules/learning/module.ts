import type { AppModule } from '@tanshi/ui';

const roles = ['CANDIDATE'] as const;

/** Study: the course, the counted hours and the way to the exam. */
const learning: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'study/:code?',
      component: () => import('./StudyPage.vue'),
      props: true,
      meta: { title: '学习', wide: true },
    },
  ],
  menu: [{ label: '学习', to: '/me/study', roles, order: 20, icon: 'book' }],
};
export default learning;
