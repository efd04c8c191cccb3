import type { AppModule } from '@tanshi/ui';

/** Reached from the demo banner; outside a demonstration the page only says that it is closed. */
const demo: AppModule = {
  routes: [
    {
      path: '/demo-clock',
      component: () => import('./DemoClockPage.vue'),
      meta: { title: '业务时间', roles: ['ADMINISTRATOR'] },
    },
  ],
};
export default demo;
