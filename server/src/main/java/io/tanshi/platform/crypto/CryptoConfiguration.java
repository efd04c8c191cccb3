package io.tanshi.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.tanshi.platform.TanshiSettings;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    private static final String REPLACE_MASTER = "master";

    @Bean
    WrappedDataKeys dataKeys(
            JdbcClient jdbc,
            TanshiSettings settings,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${tanshi.rotate-keys:}") String rotation)
            throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
        StreamingAeadConfig.register();
        boolean fresh = jdbc.sql("select count(*) from platform.data_key")
                        .query(Long.class)
                        .single()
                == 0;
        if (REPLACE_MASTER.equals(rotation)) {
            MasterKey.setAside(settings.masterKeyFile());
        }
        WrappedDataKeys keys = new WrappedDataKeys(jdbc, MasterKey.load(settings.masterKeyFile(), fresh), clock);
        Optional<Aead> previous = MasterKey.loadPrevious(settings.masterKeyFile());
        new TransactionTemplate(transactions).executeWithoutResult(_ -> keys.rewrap(previous));
        return keys;
    }
}
