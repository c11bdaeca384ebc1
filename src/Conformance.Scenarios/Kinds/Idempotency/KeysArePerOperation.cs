using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Expectations;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Kinds.Idempotency;

/// <summary>Where keys are declared to belong to one path, the same key on two operations is two keys.</summary>
internal sealed class KeysArePerOperation : IScenarioSource
{
    private const string Key = "shared key";
    private const string Situation = "same-key-of-another-operation";

    /// <inheritdoc />
    public IEnumerable<ContractCase> Compile(CompilerContext context)
    {
        var keyed = context.Endpoints.Select(KeyedOperation.Of).OfType<KeyedOperation>().ToList();
        foreach (var operation in keyed.Where(o => o.Rules.Scope.Contains("path") || o.Rules.Scope.Contains("method")))
        {
            if (keyed.FirstOrDefault(o => IsApart(operation, o)) is { } other)
            {
                yield return Case(operation, other);
            }
        }
    }

    private static bool IsApart(KeyedOperation operation, KeyedOperation other)
    {
        var (one, two) = (operation.Context.Endpoint, other.Context.Endpoint);
        return one.OperationId != two.OperationId
            && other.Rules.Header.Value == operation.Rules.Header.Value
            && (
                (operation.Rules.Scope.Contains("path") && one.Path.Value != two.Path.Value)
                || (operation.Rules.Scope.Contains("method") && one.Method.Value != two.Method.Value)
            );
    }

    private static ContractCase Case(KeyedOperation operation, KeyedOperation other)
    {
        var id = operation.CaseId(Situation);
        var requirement = operation.Requirement(
            operation.Rules.Scope.Contains("path") ? "scope.path" : "scope.method",
            $"The target MUST keep the keys in {operation.Rules.Header.Value} apart for each operation.",
            null,
            "IDM-09"
        );
        var ready = other.Context.Context.Resources.Ready(other.Context.Endpoint, id, other.Context.Endpoint.Name);
        return operation.Case(
            Situation,
            $"a key that was used for it is free for {other.Context.Endpoint.Name}",
            requirement,
            [
                operation.First(operation.Keyed(Situation, Key)),
                .. ready.Before.Where(_ => !ResourceLife.NeedsResource(operation.Context.Endpoint)),
                new CaseStep.Send("other operation", other.WithKey(ready.Request, new ValueSource.RunUnique(Key)))
                {
                    Expectations = [new StatusIs(requirement, [other.Creation])],
                },
            ]
        );
    }
}
