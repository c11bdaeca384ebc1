using System.Collections.Immutable;

namespace Conformance.Specification.Diagnostics;

/// <summary>What the loader itself can find; every other finding is a rule of its own under <c>Rules</c>.</summary>
internal static class LoaderRules
{
    public static RuleDescription File { get; } =
        new(
            "DOC-001",
            Severity.Error,
            "A file cannot be read",
            "A specification is UTF-8 text; what cannot be read cannot be tested.",
            "Name an existing YAML file, or a folder with YAML files, saved as UTF-8."
        );

    public static RuleDescription Syntax { get; } =
        new(
            "DOC-002",
            Severity.Error,
            "The text is not YAML",
            "A YAML reader stops at the first syntax error, so nothing behind it was looked at.",
            "Repair the place that is shown; quoting a text in single quotes helps most often."
        );

    public static RuleDescription Limit { get; } =
        new(
            "DOC-003",
            Severity.Error,
            "A limit is exceeded",
            "Size, depth and aliases are bounded, so that no file can exhaust the machine.",
            "Split the file, flatten it, or write aliases out."
        );

    public static RuleDescription WrongType { get; } =
        new(
            "DOC-004",
            Severity.Error,
            "A value has the wrong type",
            "A value of another type than the dialect expects would silently be ignored.",
            "Write a value of the expected type."
        );

    public static RuleDescription Quantity { get; } =
        new(
            "DOC-005",
            Severity.Error,
            "A quantity cannot be read",
            "Durations, rates, factors and the like are tested as numbers, so they must be readable as such.",
            "Write it in one of the accepted forms."
        );

    public static RuleDescription MissingKey { get; } =
        new(
            "DOC-006",
            Severity.Error,
            "A required key is missing",
            "Without it the entry says nothing that could be tested.",
            "Add the key."
        );

    public static RuleDescription MissingSection { get; } =
        new(
            "DOC-101",
            Severity.Warning,
            "A section is missing",
            "A complete integration specification has eight components; what is missing is not tested.",
            "Add the section."
        );

    public static RuleDescription DuplicateKey { get; } =
        new(
            "DOC-102",
            Severity.Error,
            "A key is written twice",
            "Most YAML readers silently keep one of the two.",
            "Merge the two, or write a list."
        );

    public static RuleDescription UnknownKey { get; } =
        new(
            "DOC-103",
            Severity.Error,
            "A key is unknown",
            "A misspelt key disables what it should have said.",
            "Use one of the known keys, or start the key with x- when it is yours."
        );

    public static RuleDescription Reference { get; } =
        new(
            "DOC-110",
            Severity.Error,
            "A reference leads nowhere",
            "What is referred to does not exist, so nothing can be tested against it.",
            "Refer to something that is declared."
        );

    public static RuleDescription AuthenticationType { get; } =
        new(
            "AUT-101",
            Severity.Error,
            "The kind of authentication is unknown",
            "Without it no request can be authenticated.",
            "Use one of the kinds the dialect knows."
        );

    public static RuleDescription Constraint { get; } =
        new(
            "HTP-105",
            Severity.Warning,
            "A constraint is not checked",
            "Only the closed list of constraint phrases is understood; other prose constrains nothing.",
            "Use one of the accepted phrases, or a JSON-Schema keyword such as maxLength or pattern."
        );

    public static RuleDescription Phrase { get; } =
        new(
            "SCN-101",
            Severity.Error,
            "A scenario phrase cannot be read",
            "A scenario that is not understood cannot be carried out.",
            "Write it in one of the accepted forms."
        );

    public static ImmutableArray<RuleDescription> All { get; } =
    [
        File,
        Syntax,
        Limit,
        WrongType,
        Quantity,
        MissingKey,
        MissingSection,
        DuplicateKey,
        UnknownKey,
        Reference,
        AuthenticationType,
        Constraint,
        Phrase,
    ];
}
