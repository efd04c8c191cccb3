import type { AppModule } from '@tanshi/ui';

const roles = ['REVIEWER'] as const;
const quality = ['REVIEWER', 'ADMINISTRATOR'] as const;

/** The reviewer's queue and workbench, and the second look at decisions. */
const review: AppModule = {
  routes: [
    {
      path: '/review',
      component: () => import('./QueuePage.vue'),
      meta: { title: '审核队列', roles },
    },
    {
      path: '/review/quality',
      component: () => import('./QualityPage.vue'),
      meta: { title: '抽检与复核', roles: quality },
    },
    {
      path: '/review/second/:id',
      component: () => import('./SecondReviewPage.vue'),
      props: true,
      meta: { title: '复核', roles },
    },
    {
      path: '/review/:id',
      component: () => import('./WorkbenchPage.vue'),
      props: true,
      meta: { title: '并排审核', roles },
    },
  ],
  menu: [
    { label: '审核队列', to: '/review', roles, order: 10 },
    {
      label: '抽检与复核',
      to: '/review/quality',
      roles: quality,
      moreFor: ['ADMINISTRATOR'],
      order: 36,
    },
  ],
};
export default review;
