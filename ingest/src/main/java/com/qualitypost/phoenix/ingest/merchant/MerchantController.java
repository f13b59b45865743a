package com.qualitypost.phoenix.ingest.merchant;

import com.qualitypost.phoenix.ingest.json.Exact;
import com.qualitypost.phoenix.ingest.json.UnknownMembers;
import com.qualitypost.phoenix.vocabulary.MerchantId;
import com.qualitypost.phoenix.web.ForOperators;
import com.qualitypost.phoenix.web.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators create and revoke the keys of merchants. */
@RestController
@ForOperators
@ConditionalOnProperty(name = "phoenix.writer.enabled", matchIfMissing = true)
class MerchantController {
    private final Merchants merchants;

    MerchantController(Merchants merchants) {
        this.merchants = merchants;
    }

    /** A merchant, named as in tickets, and what the key is for; live if not given. */
    record Wish(
            @NotNull @Pattern(regexp = MerchantId.FORM) String merchantId,
            @Nullable Mode mode) implements Exact {}

    /** The only answer that contains the key. */
    record Made(String merchantId, String keyId, String key) {}

    /** All keys. */
    record Keys(List<KeyEntry> keys) {}

    @PostMapping("/v1/merchants/keys")
    ResponseEntity<Made> add(@Valid @RequestBody Wish wish) {
        ApiKey key = merchants.add(wish.merchantId(), wish.mode() == null ? Mode.LIVE : wish.mode());
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new Made(wish.merchantId(), key.id(), key.text()));
    }

    @GetMapping("/v1/merchants/keys")
    Keys list() {
        return new Keys(merchants.list());
    }

    @PostMapping("/v1/merchants/keys/{id}:revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        if (!ApiKey.isId(id) || !merchants.revoke(id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown_key",
                    "There is no key " + id + ". Look up its id in the list of keys.");
        }
    }

    @ExceptionHandler
    ProblemException unreadable(HttpMessageNotReadableException e) {
        return UnknownMembers.problem(e).orElseGet(MerchantController::invalid);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    static ProblemException invalid() {
        return ProblemException.invalidRequest(
                "Send {\"merchant_id\": ..., \"mode\": \"live\" or \"test\"}. A merchant_id must be "
                        + MerchantId.FORM_IN_WORDS
                        + ".");
    }
}
