import type { AppModule } from '@tanshi/ui';

const roles = ['REVIEWER'] as const;

/** The reviewer's queue and workbench. */
const review: AppModule = {
  routes: [
    {
      path: '/review',
      component: () => import('./QueuePage.vue'),
      meta: { title: '审核队列', roles },
    },
    {
      path: '/review/:id',
      component: () => import('./WorkbenchPage.vue'),
      props: true,
      meta: { title: '并排审核', roles },
    },
  ],
  menu: [{ label: '审核队列', to: '/review', roles, order: 10 }],
};
export default review;
