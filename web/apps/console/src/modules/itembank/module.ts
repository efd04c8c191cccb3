import type { AppModule } from '@tanshi/ui';

const roles = ['AUTHOR', 'ADMINISTRATOR'] as const;

/** The item bank: authors write, a second person reviews. */
const itembank: AppModule = {
  routes: [
    {
      path: '/items',
      children: [
        { path: '', component: () => import('./ItemsPage.vue'), meta: { title: '题库', roles } },
        {
          path: 'new',
          component: () => import('./NewItemPage.vue'),
          meta: { title: '新建试题', roles: ['AUTHOR'] },
        },
        {
          path: ':id',
          component: () => import('./ItemPage.vue'),
          props: true,
          meta: { title: '试题', roles },
        },
      ],
    },
  ],
  menu: [{ label: '题库', to: '/items', roles, order: 40 }],
};
export default itembank;
