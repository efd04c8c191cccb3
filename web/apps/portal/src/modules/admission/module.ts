import type { AppModule } from '@tanshi/ui';

const admission: AppModule = {
  routes: [],
  candidateRoutes: [
    { path: 'ticket', component: () => import('./TicketPage.vue'), meta: { title: '准考证' } },
  ],
  menu: [{ label: '准考证', to: '/me/ticket', roles: ['CANDIDATE'], order: 30, icon: 'pencil' }],
};
export default admission;
