package io.tanshi.platform.crypto;

import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import io.tanshi.platform.DataKeys;
import io.tanshi.platform.TanshiSettings;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CryptoConfiguration {

    @Bean
    DataKeys dataKeys(JdbcClient jdbc, TanshiSettings settings, Clock clock) throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
        StreamingAeadConfig.register();
        boolean fresh = jdbc.sql("select count(*) from platform.data_key")
                        .query(Long.class)
                        .single()
                == 0;
        return new WrappedDataKeys(jdbc, MasterKey.load(settings.masterKeyFile(), fresh), clock);
    }
}
