using System.Collections.Immutable;

namespace Conformance.Scenarios.Ledger;

/// <summary>HTTP itself.</summary>
internal static class HttpRules
{
    /// <summary>The rules, in order.</summary>
    public static ImmutableArray<StandardRule> All { get; } =
    [
        new(
            "HTTP-01",
            "SHOULD N",
            "A 201 names what was made in Location, and returns it.",
            "RFC 9110 sections 9.3.3 and 10.2.2"
        )
        {
            ReasonWhenUntested =
                "Where the specification declares Location its presence is judged; elsewhere nothing is demanded.",
        },
        new("HTTP-02", "MUST NOT N", "204 and 304 have content.", "RFC 9110 sections 15.3.5, 15.4.5 and 8.6")
        {
            ReasonWhenUntested = "It shows below HTTP, where the client in use does not look.",
        },
        new("HTTP-03", "MUST N", "A 405 lists the allowed methods in Allow.", "RFC 9110 sections 15.5.6 and 10.2.1"),
        new(
            "HTTP-04",
            "SHOULD N",
            "Unknown methods are 501, known ones that are not allowed 405.",
            "RFC 9110 section 9.1"
        ),
        new("HTTP-05", "MUST N", "A 401 carries WWW-Authenticate.", "RFC 9110 section 15.5.2"),
        new("HTTP-06", "MUST C", "An unknown resource and an unknown path are 404.", "RFC 9110 section 15.5.5"),
        new(
            "HTTP-07",
            "SHOULD P",
            "A type that cannot be sent is 406, or the default is sent.",
            "RFC 9110 section 15.5.7"
        )
        {
            ReasonWhenUntested = "A server may send what it has, whatever is asked for.",
        },
        new(
            "HTTP-08",
            "SHOULD P",
            "A body of another type is 415, and never read as JSON.",
            "RFC 9110 section 15.5.16"
        ),
        new("HTTP-09", "MUST C", "A body that is no JSON is refused, and breaks nothing.", "RFC 8259"),
        new(
            "HTTP-10",
            "SHOULD N",
            "Content has a content type, and JSON is UTF-8.",
            "RFC 9110 section 8.3, RFC 8259 section 8.1"
        )
        {
            ReasonWhenUntested =
                "The specification does not say it, and a server that does otherwise conforms: there is nothing to fail.",
        },
        new("HTTP-11", "MUST N", "HEAD has no content, and the headers of GET.", "RFC 9110 section 9.3.2")
        {
            ReasonWhenUntested = "It shows below HTTP, where the client in use does not look.",
        },
        new("HTTP-12", "SHOULD N", "OPTIONS lists the methods in Allow.", "RFC 9110 section 9.3.7")
        {
            ReasonWhenUntested = "No server need serve OPTIONS.",
        },
        new("HTTP-13", "MUST NOT P", "TRACE is served.", "RFC 9110 section 9.3.8")
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new("HTTP-14", "MUST N", "Safe methods change nothing.", "RFC 9110 section 9.2.1")
        {
            ReasonWhenUntested = "No case looks at a resource around reads of it yet.",
        },
        new("HTTP-15", "MUST N", "PUT and DELETE end in the same state when repeated.", "RFC 9110 section 9.2.2"),
        new("HTTP-16", "MUST N", "If-None-Match that matches is 304, or 412.", "RFC 9110 sections 13.1.2 and 15.4.5")
        {
            ReasonWhenUntested =
                "It binds only servers that send validators, and no specification can declare them yet.",
        },
        new(
            "HTTP-17",
            "MUST N",
            "If-Match that does not match keeps the method from being carried out.",
            "RFC 9110 section 13.1.1"
        )
        {
            ReasonWhenUntested =
                "It binds only servers that send validators, and no specification can declare them yet.",
        },
        new(
            "HTTP-18",
            "MUST N",
            "Preconditions are ignored where the answer is an error anyway.",
            "RFC 9110 section 13.2.1"
        )
        {
            ReasonWhenUntested =
                "It binds only servers that send validators, and no specification can declare them yet.",
        },
        new("HTTP-19", "MUST N", "A weak validator is marked as one.", "RFC 9110 section 8.8.3")
        {
            ReasonWhenUntested =
                "It binds only servers that send validators, and no specification can declare them yet.",
        },
        new(
            "HTTP-20",
            "MUST N",
            "2xx, 3xx and 4xx carry Date, where the server has a clock.",
            "RFC 9110 section 6.6.1"
        ),
        new("HTTP-21", "MUST N", "Only registered status codes are sent.", "RFC 9205 section 4.6")
        {
            ReasonWhenUntested = "An undeclared status fails as HTTP-22 whether it is registered or not.",
        },
        new("HTTP-22", "MUST C", "Only declared statuses are sent.", "the contract"),
        new("HTTP-23", "MUST C", "Bodies match their declared schema and media type.", "the contract"),
        new(
            "HTTP-24",
            "SHOULD P",
            "Unknown request fields are ignored or refused as declared.",
            "practice of API guidelines"
        )
        {
            ReasonWhenUntested =
                "Nobody has agreed to it, so a server that does otherwise conforms; it is not looked for.",
        },
        new(
            "HTTP-25",
            "MUST C",
            "Every bound of a request is enforced, and what is just inside it accepted.",
            "the contract"
        ),
        new("HTTP-26", "MUST C", "A request without a required header is refused.", "the contract"),
        new(
            "HTTP-27",
            "SHOULD P",
            "Content, URL and headers that are too large are 413, 414 and 431.",
            "RFC 9110 section 15.5.14, RFC 6585 section 5"
        )
        {
            ReasonWhenUntested = "Never in a run that has not been told to: it may hurt the target.",
        },
        new("HTTP-28", "MAY N / SHOULD C", "A 503 says how long to wait.", "RFC 9110 section 15.6.4")
        {
            ReasonWhenUntested =
                "Where the specification declares Retry-After its presence is judged; elsewhere nothing is demanded.",
        },
        new("HTTP-29", "MUST NOT N", "Sunset comes before Deprecation.", "RFC 9745 section 4, RFC 8594")
        {
            ReasonWhenUntested = "No specification can declare either header as such yet.",
        },
        new("HTTP-30", "MUST P", "A contract that uses 402 defines it.", "RFC 9110 section 15.5.3")
        {
            ReasonWhenUntested = "It is about the written specification; lint looks at it.",
        },
        new("HTTP-31", "MUST C", "Times are RFC 3339, and decimals keep their places.", "the contract"),
        new("HTTP-32", "MUST C", "Percentiles and availability are as declared.", "the contract")
        {
            ReasonWhenUntested =
                "They show over more requests and time than a run has; the summary tells every duration.",
        },
    ];
}
