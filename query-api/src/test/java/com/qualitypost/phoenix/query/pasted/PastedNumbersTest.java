package com.qualitypost.phoenix.query.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.vocabulary.TrackingNumber;
import com.qualitypost.phoenix.vocabulary.TrackingNumber.Reading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedNumbersTest {
    private static final String OURS = "PQ473124829MX";

    /** A number, and how somebody wrote it. */
    record Written(String number, String text) {}

    @Property
    void everyNumberIsFoundHoweverItIsWritten(@ForAll("written") List<Written> all, @ForAll("between") String between) {
        String text = String.join(between, all.stream().map(Written::text).toList());

        assertThat(PastedNumbers.in(text))
                .isEqualTo(all.stream().map(Written::number).distinct().toList());
    }

    @Property
    void whateverIsPastedGivesNumbersOrNothing(@ForAll String text) {
        assertThat(PastedNumbers.in(text))
                .allSatisfy(number -> assertThat(TrackingNumber.read(number)).isNotInstanceOf(Reading.Malformed.class));
    }

    @Property
    void whatWasFoundIsFoundAgain(@ForAll("scraps") List<String> scraps) {
        List<String> found = PastedNumbers.in(String.join("", scraps));

        assertThat(PastedNumbers.in(String.join("\n", found))).isEqualTo(found);
    }

    @Example
    void wordsAroundANumberAreNoNumbers() {
        assertThat(PastedNumbers.in("Hola, tu guía es: " + OURS + ". ¡Gracias!"))
                .containsExactly(OURS);
        assertThat(PastedNumbers.in("hello world, delivery tomorrow")).isEmpty();
        assertThat(PastedNumbers.in(" \n ")).isEmpty();
    }

    @Example
    void figuresBesideANumberAreNoNumbers() {
        assertThat(PastedNumbers.in("Pedido 20261123001 del 23112026: " + OURS + " y RB123456785GB"))
                .containsExactly(OURS, "RB123456785GB");
    }

    @Example
    void dashesMayBeOfAnyLength() {
        assertThat(PastedNumbers.in("PQ–4731–24829—MX")).containsExactly("PQ473124829MX");
    }

    @Example
    void foreignNumbersAreTakenAsTheyCome() {
        assertThat(PastedNumbers.in("1Z 999 AA1 01 2345 6784")).containsExactly("1Z999AA10123456784");
        assertThat(PastedNumbers.in("RB 123 456 785 GB 1Z999AA10123456784"))
                .containsExactly("RB123456785GB", "1Z999AA10123456784");
        assertThat(PastedNumbers.in("123456789012345675 JD-0146-0000"))
                .containsExactly("123456789012345675", "JD-0146-0000");
    }

    @Example
    void aMistypedNumberIsKeptToBeExplained() {
        assertThat(PastedNumbers.in("pq 4731 2482 1 mx")).containsExactly("PQ473124821MX");
    }

    @Property
    void everyGroupingOfAnyNumberIsFoundWhereNothingElseStands(@ForAll("grouped") Written grouped) {
        assertThat(PastedNumbers.in(grouped.text()))
                .extracting(PastedNumbersTest::withoutHyphens)
                .containsExactly(grouped.number());
    }

    @Property
    void everyGroupingOfANumberIsFoundAmongWords(
            @ForAll("groupedWithoutVowels") Written grouped, @ForAll("sentences") String sentence) {
        assertThat(PastedNumbers.in(sentence.formatted(grouped.text())))
                .extracting(PastedNumbersTest::withoutHyphens)
                .containsExactly(grouped.number());
    }

    @Property
    void lettersThatMightBeAWordBeginANumberWhereNoOtherWordStands(@ForAll("behindLetters") Written behindLetters) {
        assertThat(PastedNumbers.in(behindLetters.text()))
                .extracting(PastedNumbersTest::withoutHyphens)
                .containsExactly(behindLetters.number());
    }

    @Property
    void severalGroupedNumbersAreFound(
            @ForAll("grouped") Written one, @ForAll("grouped") Written other, @ForAll("breaks") String between) {
        assertThat(PastedNumbers.in(one.text() + between + other.text()))
                .extracting(PastedNumbersTest::withoutHyphens)
                .containsExactlyElementsOf(
                        Stream.of(one.number(), other.number()).distinct().toList());
    }

    /** For a number of unknown shape the hyphens may be its own. */
    private static String withoutHyphens(String number) {
        return number.replace("-", "");
    }

    @Property
    void dateTimeTelephoneAndPriceAreNoNumbers(
            @ForAll("figures") String figure, @ForAll("beside") String beside, @ForAll("figures") String more) {
        assertThat(PastedNumbers.in(beside.formatted(figure))).isEmpty();
        assertThat(PastedNumbers.in(beside.formatted(figure) + " y " + more)).isEmpty();
        assertThat(PastedNumbers.in(OURS + " " + beside.formatted(figure))).containsExactly(OURS);
        assertThat(PastedNumbers.in(beside.formatted(figure) + ", " + OURS + ", " + more))
                .containsExactly(OURS);
    }

    @Property
    void anAddressOfOursGivesBackWhatWasAskedFor(
            @ForAll("written") List<Written> all, @ForAll("encodedBreaks") String between) {
        String query = String.join(
                between,
                all.stream()
                        .map(written -> URLEncoder.encode(written.number(), StandardCharsets.UTF_8))
                        .toList());

        assertThat(PastedNumbers.in("http://127.0.0.1:8080/?q=" + query + "&lang=es#main"))
                .isEqualTo(all.stream().map(Written::number).distinct().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            K 150 623 562 0                                    | K1506235620
            GM 295117 32 25174494                              | GM2951173225174494
            GM.295117.32.25174494                              | GM2951173225174494
            Tu guía K 150 623 562 0 llega el 25 de diciembre   | K1506235620
            guía: 12 3456 7890                                 | 1234567890
            Guía número 1234567890                             | 1234567890
            1 A 31935802186                                    | 1A31935802186
            12 3456 7890 1234 5675                             | 123456789012345675
            PQ 99O OO0 301 MX                                  | PQ99OOO0301MX
            1234 5678 9012                                     | 123456789012
            020-12345675                                       | 020-12345675
            AWB: 123-45678901                                  | 12345678901
            25/12/2026 18:30 K 150 623 562 0                   | K1506235620
            (999) 123 4567 K 150 623 562 0                     | K1506235620
            K 150 623 562 0 2026-12-25                         | K1506235620
            MX-0001-ABCD                                       | MX-0001-ABCD
            LAXA 1234 5678 9012                                | LAXA123456789012
            LAXA.1234.5678.9012                                | LAXA123456789012
            laxa 123456789012                                  | LAXA123456789012
            CNEMX 1234 5678 9012                               | CNEMX123456789012
            CNEMX-1234-5678-9012                               | CNEMX-1234-5678-9012
            Guia 1234 5678 9012                                | 123456789012
            Folio 1234 5678 9012                               | 123456789012
            Fedex 1234 5678 9012                               | 123456789012
            Hola, 1234 5678 9012                               | 123456789012
            Para Laura 1234 5678 9012                          | 123456789012""")
    void aGroupedNumberIsPutTogether(String text, String number) {
        assertThat(PastedNumbers.in(text)).containsExactly(number);
    }

    @Example
    void lettersBeginTheNextNumber() {
        assertThat(PastedNumbers.in("GM 295117 32 25174494 K 150 623 562 0"))
                .containsExactly("GM2951173225174494", "K1506235620");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Entrega 25 dic 2026 a las 18 hrs",
                "Entrega el 25 de diciembre de 2026 entre las 9:00 y las 20:00",
                "25-dic-2026",
                "2026-11-22T09:59:58.120-06:00",
                "20261122T095958Z",
                "23112026",
                "12.12.2026 18.30",
                "18h30 a 20h00",
                "Dec 25th, 2026 6:30 p.m.",
                "tel. 999-123-4567",
                "Cel: 55 12 34 56 78",
                "llámame al 5512345678",
                "+52 1 999 123 4567",
                "52 55 1234 5678",
                "(999) 123 45 67",
                "01-800-123-4567",
                "55 1234 5678 ext. 1234",
                "$12345678.00",
                "$ 12 345 678.00",
                "MXN 12,345,678.90",
                "12345678 pesos",
                "12.345.678,90 €",
                "Laura 55 1234 5678",
                "Pedro 5512345678",
                "Abril 12 2026 10 30",
                "Dudas: wa.me/5215512345678",
                "(wa.me/5215512345678)",
                "Dudas:wa.me/5215512345678",
                "api.whatsapp.com/send?phone=525512345678",
                "Envíame mensaje al 525512345678",
                "Envíame mensaje al 5215512345678",
                "Pedido 20261123001",
                "Caja de 30x20x10 cm, 2kg",
                "ana.lopez85@example.com",
                "https://example.com/pedidos/12345678901234",
                "C.P. 06700 CDMX",
                "01937c5e-2d10-7a6b-8c56-0242ac120002"
            })
    void whatIsNoNumberIsNotAskedFor(String text) {
        assertThat(PastedNumbers.in(text)).isEmpty();
        assertThat(PastedNumbers.in(OURS + " " + text)).containsExactly(OURS);
        assertThat(PastedNumbers.in(text + "\n" + OURS)).containsExactly(OURS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8080/?q=PQ473124829MX%0D%0ARB123456785GB",
                "http://127.0.0.1:8080/?lang=es&q=PQ473124829MX%2CRB123456785GB#main",
                "http://127.0.0.1:8080/?q=PQ473124829MX%3BRB123456785GB",
                "http://127.0.0.1:8080/?q=PQ+4731+24829+MX%0ARB+123456785+GB",
                "http://127.0.0.1:8080/?q=PQ473124829MX,RB123456785GB",
                "/?q=%50Q473124829MX%7CRB123456785GB",
                "http://127.0.0.1:8080/t/PQ473124829MX?lang=en https://phoenix.example/t/RB%20123456785%20GB#link=x",
                "http://127.0.0.1:8080/v1/tracking/PQ473124829MX RB123456785GB",
                "https://t.example/en#nums=PQ473124829MX,RB123456785GB"
            })
    void whatStandsInAnAddressIsFound(String text) {
        assertThat(PastedNumbers.in(text)).containsExactly(OURS, "RB123456785GB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PQ47312\u200b4829MX",
                "ＰＱ４７３１２４８２９ＭＸ",
                "\ufeffPQ473124829MX",
                "PQ\u2007473124829\u202fMX",
                "]C1PQ473124829MX",
                "]d2PQ473124829MX\u001d",
                "*PQ473124829MX*",
                "PQ4731\u00ad24829MX"
            })
    void whatPastingAndScanningAddIsForgiven(String text) {
        assertThat(PastedNumbers.in(text)).containsExactly(OURS);
        assertThat(PastedNumbers.in("Guía " + text + " de hoy")).containsExactly(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(00)123456789012345675", "(00) 1 23456789 01234567 5", "]C100123456789012345675"})
    void anSsccIsFoundHoweverItIsMarked(String text) {
        assertThat(PastedNumbers.in(text)).containsExactly("123456789012345675");
    }

    @Example
    void figuresAreNumbersWhereNothingButNumbersStands() {
        assertThat(PastedNumbers.in("1234567890")).containsExactly("1234567890");
        assertThat(PastedNumbers.in("1234567890, 1234567891")).containsExactly("1234567890", "1234567891");
        assertThat(PastedNumbers.in("1234567890\n" + OURS)).containsExactly("1234567890", OURS);
        assertThat(PastedNumbers.in(OURS + " 5512345678")).containsExactly(OURS);
        assertThat(PastedNumbers.in("525512345678")).containsExactly("525512345678");
        assertThat(PastedNumbers.in("Tu guía es 525512345678")).containsExactly("525512345678");
        assertThat(PastedNumbers.in("Llegó 525512345678")).isEmpty();
        assertThat(PastedNumbers.in("Llegó 523456789012345")).containsExactly("523456789012345");
    }

    @Provide
    static Arbitrary<Written> grouped() {
        return grouped(Arbitraries.of("K", "GM", "JD", "JJD", "TBA", "SPXMX", "CNFR", "JMX", "1A", "4PX"));
    }

    @Provide
    static Arbitrary<Written> groupedWithoutVowels() {
        return grouped(Arbitraries.of("K", "GM", "JD", "JJD", "SPXMX", "CNFR", "JMX", "4PX"));
    }

    @Provide
    static Arbitrary<Written> behindLetters() {
        Arbitrary<List<Integer>> sizes =
                Arbitraries.integers().between(3, 7).list().ofSize(22);
        Arbitrary<List<String>> gaps =
                Arbitraries.of(" ", "-", ".", "\u00a0", "–", "_").list().ofSize(22);
        return Combinators.combine(
                        Arbitraries.of("LAXA", "CNEMX"),
                        Arbitraries.of(" ", "-", ".", ""),
                        Arbitraries.strings().numeric().ofMinLength(11).ofMaxLength(15),
                        sizes,
                        gaps)
                .as((letters, gap, digits, lengths, between) -> {
                    Written written = group(digits, lengths, between);
                    return written == null ? null : new Written(letters + digits, letters + gap + written.text());
                })
                .filter(Objects::nonNull);
    }

    private static Arbitrary<Written> grouped(Arbitrary<String> beginnings) {
        Arbitrary<String> ours = Arbitraries.integers()
                .between(0, 99_999_999)
                .map(serial -> TrackingNumber.ours(serial).value());
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(10).ofMaxLength(15);
        Arbitrary<String> foreign = Combinators.combine(beginnings, digits).as((begin, rest) -> begin + rest);
        Arbitrary<String> ups = Combinators.combine(
                        Arbitraries.strings()
                                .withChars("0123456789ABCDEFGHJKLMNPRSTUVWXYZ")
                                .ofLength(8),
                        Arbitraries.strings().numeric().ofLength(8))
                .as((shipper, rest) -> "1Z" + shipper + rest);
        Arbitrary<String> onlyDigits =
                Arbitraries.strings().numeric().ofMinLength(16).ofMaxLength(22);
        Arbitrary<List<Integer>> sizes =
                Arbitraries.integers().between(1, 7).list().ofSize(22);
        Arbitrary<List<String>> gaps = Arbitraries.of(" ", "-", ".", "\u00a0", "–", " - ", "_", "  ")
                .list()
                .ofSize(22);
        return Combinators.combine(Arbitraries.oneOf(ours, foreign, ups, onlyDigits), sizes, gaps)
                .as(PastedNumbersTest::group)
                .filter(Objects::nonNull);
    }

    /** Null if anybody would read the groups as a date, a time or a telephone number. */
    private static Written group(String number, List<Integer> sizes, List<String> gaps) {
        List<String> groups = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < number.length(); at += groups.getLast().length()) {
            text.append(groups.isEmpty() ? "" : gaps.get(groups.size()));
            groups.add(number.substring(at, Math.min(number.length(), at + sizes.get(groups.size()))));
            text.append(groups.getLast());
        }
        boolean isDated = IntStream.rangeClosed(0, groups.size() - 3)
                .mapToObj(at -> groups.subList(at, at + 3))
                .anyMatch(three -> areDigits(three) && DigitGroups.isDate(three));
        List<String> last = groups.subList(groups.indexOf("A") + 1, groups.size());
        return isDated || areDigits(last) && DigitGroups.explain(last) ? null : new Written(number, text.toString());
    }

    private static boolean areDigits(List<String> groups) {
        return String.join("", groups).chars().allMatch(Character::isDigit);
    }

    @Provide
    static Arbitrary<String> sentences() {
        return Arbitraries.of(
                "Tu guía es %s, gracias",
                "Número de guía: %s", "%s llega mañana", "El paquete %s va en camino", "your parcel %s arrives today");
    }

    @Provide
    static Arbitrary<String> breaks() {
        return Arbitraries.of("\n", "\r\n", ", ", ";", " | ", "\u2028");
    }

    @Provide
    static Arbitrary<String> encodedBreaks() {
        return Arbitraries.of("%0D%0A", "%0A", "%2C", "%3B", "%20", "+", "%2C+", "%7C");
    }

    @Provide
    static Arbitrary<String> beside() {
        return Arbitraries.of("%s", "Entrega %s", "llega el %s, gracias", "(%s)", "%s.", "Hoy: %s");
    }

    @Provide
    static Arbitrary<String> figures() {
        return Arbitraries.oneOf(dates(), times(), telephones(), prices());
    }

    private static Arbitrary<String> dates() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 4_000).map(LocalDate.of(2024, 1, 1)::plusDays);
        Arbitrary<DateTimeFormatter> forms = Arbitraries.of(
                        "dd/MM/yyyy",
                        "d/M/yy",
                        "dd-MM-yyyy",
                        "dd.MM.yyyy",
                        "yyyy-MM-dd",
                        "yyyyMMdd",
                        "ddMMyyyy",
                        "dd MM yyyy",
                        "d 'de' MMMM 'de' yyyy",
                        "d MMM yyyy",
                        "dd-MMM-yyyy",
                        "EEEE d 'de' MMMM",
                        "MMM d yyyy")
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.of("es", "MX")));
        return Combinators.combine(days, forms).as(LocalDate::format);
    }

    private static Arbitrary<String> times() {
        Arbitrary<LocalDateTime> moments =
                Arbitraries.longs().between(0, 200_000_000).map(LocalDateTime.of(2024, 1, 1, 0, 0)::plusSeconds);
        Arbitrary<DateTimeFormatter> forms = Arbitraries.of(
                        "HH:mm",
                        "HH:mm:ss",
                        "H.mm 'hrs'",
                        "H 'hrs'",
                        "H'h'mm",
                        "h:mm a",
                        "h a",
                        "yyyy-MM-dd HH:mm",
                        "yyyy-MM-dd HH.mm.ss",
                        "dd/MM/yyyy HH:mm:ss",
                        "yyyy-MM-dd'T'HH:mm:ss'Z'",
                        "yyyyMMdd'T'HHmmss")
                .map(form -> DateTimeFormatter.ofPattern(form, Locale.of("es", "MX")));
        return Combinators.combine(moments, forms).as(LocalDateTime::format);
    }

    /** Each # is a digit. */
    private static Arbitrary<String> telephones() {
        return filled(
                "## #### ####",
                "##-####-####",
                "### ### ####",
                "###-###-####",
                "###.###.####",
                "(##) #### ####",
                "(###) ###-####",
                "## ## ## ## ##",
                "### ## ## ###",
                "+52 ## #### ####",
                "+52 1 ### ### ####",
                "+52##########",
                "+1 (###) ###-####",
                "52 ## #### ####",
                "01 ### ### ####",
                "01-800-###-####",
                "044 ## #### ####",
                "1-800-###-####",
                "tel. ##########",
                "Tel: ###-####",
                "WhatsApp ## ########",
                "cel ### ### ## ##",
                "teléfono: 52 ## #### ####");
    }

    private static Arbitrary<String> prices() {
        return filled(
                "$###.##",
                "$#,###.##",
                "$ #,###,###.##",
                "$########",
                "$ ########.##",
                "MXN #,###.##",
                "MXN ########.##",
                "#######.## MXN",
                "######## pesos",
                "### ### ### pesos",
                "€ ##.###,##",
                "##.###.###,## €",
                "USD ###,###,###.##",
                "$ ### ### ###.##",
                "total ########.##");
    }

    private static Arbitrary<String> filled(String... forms) {
        return Combinators.combine(
                        Arbitraries.of(forms),
                        Arbitraries.strings().withCharRange('1', '9').ofLength(32))
                .as((form, digits) -> {
                    StringBuilder filled = new StringBuilder();
                    for (int at = 0; at < form.length(); at++) {
                        filled.append(form.charAt(at) == '#' ? digits.charAt(at) : form.charAt(at));
                    }
                    return filled.toString();
                });
    }

    @Provide
    static Arbitrary<List<Written>> written() {
        Arbitrary<String> numbers = Arbitraries.integers()
                .between(0, 99_999_999)
                .map(serial -> TrackingNumber.ours(serial).value());
        return Combinators.combine(numbers, Arbitraries.integers().between(1, 9), Arbitraries.of(Style.values()))
                .as((number, at, style) -> new Written(number, style.write(number, at)))
                .list()
                .ofMaxSize(12);
    }

    @Provide
    static Arbitrary<String> between() {
        return Arbitraries.of(" ", ", ", ",", ";", "\n", "\r\n", "\t", " | ", " y ");
    }

    @Example
    void aTextThatIsLongerThanTheFieldTakesIsNotLookedThrough() {
        assertThat(PastedNumbers.in(OURS + " ".repeat(1_900))).containsExactly(OURS);
        assertThat(PastedNumbers.in(OURS + " ".repeat(2_000))).isEmpty();
    }

    @Provide
    static Arbitrary<List<String>> scraps() {
        return Arbitraries.of(
                        "PQ", "MX", "473124829", OURS, "1Z", " ", "-", "\n", ",", "/t/", "?", "12345678", "Ñ", "00")
                .list()
                .ofMaxSize(12);
    }

    private enum Style {
        PLAIN,
        LOWER,
        SPACED,
        DASHED,
        LINK;

        String write(String number, int at) {
            return switch (this) {
                case PLAIN -> number;
                case LOWER -> number.toLowerCase(Locale.ROOT);
                case SPACED ->
                    "PQ " + number.substring(2, 6) + "\u00a0" + number.substring(6, 10) + " " + number.substring(10, 11)
                            + " MX";
                case DASHED -> number.replaceAll("[0-9]{" + at + "}", "$0-");
                case LINK -> "https://phoenix.example/t/" + number.toLowerCase(Locale.ROOT) + "?lang=es#main";
            };
        }
    }
}
