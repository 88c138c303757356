package dev.serdab.outbound;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

import javax.net.ssl.SSLContext;

/**
 * The HTTP client behind {@link Outbound}: follows no redirect, knows no cookies, proxies and
 * passwords, unpacks nothing, and makes a connection, and thus asks for an address, every time.
 */
final class GuardedClient {

    private static final Timeout PATIENCE = Timeout.ofSeconds(5);
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int AT_ONCE = 50;
    private static final int AT_ONCE_PER_HOST = 5;

    private GuardedClient() {}

    static CloseableHttpClient of(DnsResolver guard, SSLContext tls) {
        var headers =
                Http1Config.custom()
                        .setMaxHeaderCount(MOST_HEADERS)
                        .setMaxLineLength(LONGEST_HEADER)
                        .build();
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(headers)
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(PATIENCE)
                                        .setSocketTimeout(PATIENCE)
                                        .build())
                        .setMaxConnTotal(AT_ONCE)
                        .setMaxConnPerRoute(AT_ONCE_PER_HOST)
                        .build();
        return HttpClientBuilder.create()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(PATIENCE)
                                .setResponseTimeout(PATIENCE)
                                .build())
                .setUserAgent("Serdab")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
