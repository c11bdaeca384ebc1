using Conformance.Consumers.Client.Judging;
using Conformance.Consumers.Client.Scripts;
using Conformance.Consumers.Client.Traces;
using Conformance.Specification.Model;

namespace Conformance.Consumers.Client.Obligations;

/// <summary>Keys cannot be guessed, and do not meet those of others (STANDARDS CLI-21).</summary>
internal sealed class KeyIsHardToGuess : Obligation
{
    private const int LeastBits = 64;

    public override IEnumerable<ClientCase> CasesFor(IntegrationSpecification specification) =>
        specification.Endpoints.FirstOrDefault(e => e.Idempotency is not null) is { Idempotency: { } rules }
            ?
            [
                Case(
                    ScenarioKind.Idempotency,
                    "key-is-hard-to-guess",
                    "Idempotency keys are random",
                    Demand.Draft(
                        "idempotency.key_entropy",
                        $"The consumer SHOULD make each {rules.Header.Value} random, for example a UUID.",
                        rules.Header.Location,
                        "CLI-21"
                    ),
                    [],
                    Judge
                ),
            ]
            : [];

    private static Ruling Judge(Observation seen)
    {
        SeenCall[] keyed = [.. seen.Calls.Where(c => c.Key is not null)];
        return keyed.Length == 0
            ? new Ruling.DoesNotApply("the client sends no idempotency key")
            : Ruling.By(
                keyed
                    .Where(c => Bits(c.Key!) < LeastBits)
                    .Take(1)
                    .Select(c => new Evidence(
                        $"script {c.Script}, {c.Line}",
                        $"a key of at least {LeastBits} random bits, for example a UUID",
                        $"'{c.Key}', which has {Bits(c.Key!):0} bits at most",
                        "make keys by a random generator",
                        c
                    ))
            );
    }

    // The most that characters of these kinds can hold.
    private static double Bits(string key)
    {
        var letters = (key.Any(char.IsAsciiDigit) ? 10 : 0) + Letters(key, 'a') + Letters(key, 'A');
        return key.Count(char.IsAsciiLetterOrDigit) * Math.Log2(Math.Max(letters, 1));
    }

    private static int Letters(string key, char first)
    {
        char[] found = [.. key.Where(c => c >= first && c < first + 26)];
        return found.Length == 0 ? 0
            : found.All(c => c < first + 6) ? 6
            : 26;
    }
}
