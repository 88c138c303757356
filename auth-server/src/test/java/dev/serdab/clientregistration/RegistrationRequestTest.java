package dev.serdab.clientregistration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.serdab.client.ClientMetadata;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may say what about a client is decided for each member, also for the next one. */
class RegistrationRequestTest {

    private static final Set<String> APPS =
            Set.of(
                    "client_name",
                    "redirect_uris",
                    "post_logout_redirect_uris",
                    "backchannel_logout_uri",
                    "backchannel_logout_session_required",
                    "frontchannel_logout_uri",
                    "frontchannel_logout_session_required",
                    "grant_types",
                    "scope",
                    "token_endpoint_auth_method",
                    "jwks",
                    "jwks_uri",
                    "require_pushed_authorization_requests",
                    "id_token_signed_response_alg",
                    "subject_type",
                    "sector_identifier_uri",
                    "require_signed_request_object",
                    "userinfo_signed_response_alg",
                    "response_types",
                    "application_type",
                    "client_uri",
                    "logo_uri",
                    "policy_uri",
                    "tos_uri",
                    "initiate_login_uri",
                    "contacts",
                    "software_id",
                    "software_version");

    @Test
    void everyMemberIsEitherTheAppsOrTheOperators() {
        var all =
                Stream.of(ClientMetadata.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());

        assertThat(APPS).doesNotContainAnyElementsOf(RegistrationRequest.OPERATORS);
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(APPS.stream(), RegistrationRequest.OPERATORS.stream())
                                .toList());
    }
}
