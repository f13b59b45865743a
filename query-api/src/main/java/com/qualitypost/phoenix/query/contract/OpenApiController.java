package com.qualitypost.phoenix.query.contract;

import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the API's description (OpenAPI 3.1) from {@code openapi.yaml}. */
@RestController
class OpenApiController {
    private static final CacheControl SHORTLY =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    @GetMapping("/v1/openapi.yaml")
    ResponseEntity<Resource> document() {
        return ResponseEntity.ok()
                .cacheControl(SHORTLY)
                .contentType(MediaType.APPLICATION_YAML)
                .body(new ClassPathResource("openapi.yaml"));
    }
}
