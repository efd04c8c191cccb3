package io.tanshi.platform.web;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes a connection that waits cheap: every candidate of a sitting keeps one open for hours. The buffers of a connection
 * are its largest part; two kibibytes hold a save and its answer, and what is longer passes in several rounds.
 *
 * <p>A request under way costs thirty times as much. Virtual threads set no limit to their number, so that ten thousand
 * screens that ask at the same moment would fill the memory; here those beyond a few hundred wait for their turn.
 */
@Configuration(proxyBeanMethods = false)
class ManyConnections {

    private static final String BUFFER_BYTES = "2048";

    /** About 80 KiB each. */
    static final int REQUESTS_AT_ONCE = 512;

    // What a request needs is kept for the next one, up to this number; the default of 200 is below a busy hour.
    private static final int KEPT_FOR_THE_NEXT = 320;

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
        return factory -> {
            factory.addConnectorCustomizers(ManyConnections::shrink);
            factory.addProtocolHandlerCustomizers(ManyConnections::limit);
        };
    }

    private static void shrink(Connector connector) {
        connector.setProperty("socket.appReadBufSize", BUFFER_BYTES);
        connector.setProperty("socket.appWriteBufSize", BUFFER_BYTES);
    }

    private static void limit(ProtocolHandler handler) {
        if (handler instanceof AbstractProtocol<?> protocol) {
            protocol.setProcessorCache(KEPT_FOR_THE_NEXT);
        }
        handler.setExecutor(atMost(REQUESTS_AT_ONCE, new VirtualThreadExecutor("tomcat-handler-")));
    }

    /** Lets so many run at once; the others wait in the order in which they came. */
    static Executor atMost(int number, Executor threads) {
        Semaphore turns = new Semaphore(number, true);
        return task -> threads.execute(() -> {
            turns.acquireUninterruptibly();
            try {
                task.run();
            } finally {
                turns.release();
            }
        });
    }
}
