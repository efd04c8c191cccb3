package io.tanshi.platform.web;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a connection that waits cheap: every candidate of a sitting keeps one open for hours. The buffers of a connection
 * are its largest part; two kibibytes hold a save and its answer, and what is longer passes in several rounds.
 */
@Configuration(proxyBeanMethods = false)
class ManyConnections {

    private static final String BUFFER_BYTES = "2048";

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
        return factory -> factory.addConnectorCustomizers(ManyConnections::shrink);
    }

    private static void shrink(Connector connector) {
        connector.setProperty("socket.appReadBufSize", BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", BUFFER_BYTES);
    }
}
