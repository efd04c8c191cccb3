import type { AppModule } from '@tanshi/ui';

const certificate: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'certificates',
      component: () => import('./CertificatesPage.vue'),
      meta: { title: '证书' },
    },
  ],
  menu: [
    {
      label: '证书',
      to: '/me/certificates',
      roles: ['CANDIDATE'],
      order: 40,
      icon: 'certificate',
    },
  ],
};
export default certificate;
