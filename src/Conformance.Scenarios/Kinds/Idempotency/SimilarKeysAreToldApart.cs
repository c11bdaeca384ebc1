using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Expectations;
using Conformance.Scenarios.Requirements;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>
/// Keys that differ in their last character only, or in case only, are different keys; a key with unusual characters is
/// a key like any other, or refused like any invalid value.
/// </summary>
internal sealed class SimilarKeysAreToldApart : KeyedSource
{
    private const string SecondStep = "second";
    private const int OrdinaryLength = 64;
    private const int CasedLength = 24;

    /// <inheritdoc />
    protected override IEnumerable<ContractCase> Compile(KeyedOperation operation)
    {
        if (!operation.Creates || operation.Identifier is not { } identifier)
        {
            yield break;
        }

        var header = operation.Rules.Header.Value;
        var length = operation.Rules.MaxLength ?? OrdinaryLength;
        yield return Case(
            operation,
            "keys-with-the-same-beginning",
            $"keys that differ in the last of {length} characters are different keys",
            operation.Rules.MaxLength is null
                ? Advice(operation, "cut", $"The target SHOULD tell keys in {header} apart by all of their characters.")
                : operation.Requirement(
                    "all_characters",
                    $"The target MUST tell keys in {header} apart by all of their characters.",
                    null,
                    "IDM-12"
                ),
            new ValueSource.RunUnique("similar") { Length = length, Suffix = "a" },
            new ValueSource.RunUnique("similar") { Length = length, Suffix = "b" },
            identifier
        );
        yield return Case(
            operation,
            "keys-in-another-case",
            "keys that differ in case are different keys",
            IsFormDeclared(operation)
                ? operation.Requirement(
                    "case",
                    $"The target MUST take keys in {header} that are different texts for different keys.",
                    null,
                    "IDM-12"
                )
                : Advice(operation, "case", $"The target SHOULD tell upper and lower case in {header} apart."),
            // No UUID, for these are the same in either case (RFC 9562 section 4).
            new ValueSource.RunUnique("cased") { Length = CasedLength },
            new ValueSource.RunUnique("cased") { Length = CasedLength, IsUpperCase = true },
            identifier
        );
        yield return Unusual(operation);
    }

    private static ContractCase Case(
        KeyedOperation operation,
        string situation,
        string title,
        Requirement requirement,
        ValueSource first,
        ValueSource second,
        string identifier
    )
    {
        var plain = operation.Plain(situation);
        return operation.Case(
            situation,
            title,
            requirement,
            operation.First(operation.WithKey(plain, first)),
            new CaseStep.Send(SecondStep, operation.WithKey(plain, second))
            {
                Expectations = [new StatusIs(requirement, [operation.Creation])],
            }
        ) with
        {
            Expectations = [new FieldsDiffer(requirement, KeyedOperation.FirstStep, SecondStep, identifier)],
        };
    }

    // A declared length makes a key a text; undeclared, it may be anything that a server reads in either case.
    private static bool IsFormDeclared(KeyedOperation operation) => operation.Rules.MaxLength is >= CasedLength;

    private static ContractCase Unusual(KeyedOperation operation)
    {
        const string Situation = "unusual-key";
        var requirement = operation.Requirement(
            "unusual_key",
            $"The target MUST take any text in {operation.Rules.Header.Value} as a key, or refuse it as invalid.",
            null,
            "IDM-12",
            "ERR-11"
        );
        var refusals = operation.Context.Validation is { } invalid ? new[] { invalid.Status, 400, 422 } : [400, 422];
        var key = new ValueSource.RunUnique("unusual") { Length = 36, Suffix = "';--../{}<x>\"\\%00" };
        return operation.Case(
            Situation,
            "a key with quotes, braces and a path is taken, or refused as invalid",
            requirement,
            new CaseStep.Send(KeyedOperation.FirstStep, operation.WithKey(operation.Plain(Situation), key))
            {
                Expectations = [new StatusIs(requirement, [operation.Creation, .. refusals.Distinct()])],
            }
        );
    }

    private static Requirement Advice(KeyedOperation operation, string aspect, string statement) =>
        Sentences.Proposal(
            RequirementIds.Operation(operation.Context.Endpoint, $"idempotency.keys.{aspect}"),
            statement,
            operation.Rules.Location,
            "IDM-12"
        );
}
