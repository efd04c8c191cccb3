package io.tanshi.certificate.register;

import io.tanshi.certificate.document.CertificatePress;
import io.tanshi.certificate.document.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({Wording.class, CertificateSettings.class})
class CertificateConfiguration {

    private static final Logger log = LoggerFactory.getLogger(CertificateConfiguration.class);

    @Bean
    CertificatePress certificatePress(Wording wording, CertificateSettings settings) {
        if (settings.rareFontOnThisMachine().isEmpty()) {
            log.info("没有生僻字字体（fonts-hanazono）：姓名含宋体以外的字时将不能制证 / no font for rare characters of names");
        }
        return new CertificatePress(wording, settings.rareFontOnThisMachine());
    }
}
