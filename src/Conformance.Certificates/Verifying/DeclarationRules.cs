namespace Conformance.Certificates.Verifying;

/// <summary>What was declared stands under a name, and does not count as tested.</summary>
internal static class DeclarationRules
{
    public static IEnumerable<string> Problems(Statement statement)
    {
        var (predicate, run) = (statement.Predicate, statement.Predicate.Conformance);
        foreach (var declaration in run.Attested)
        {
            if (Declarations.Problem(declaration, DateOnly.FromDateTime(run.IssuedAt.UtcDateTime)) is { } problem)
            {
                yield return problem;
            }

            if (predicate.PassedTests.Concat(predicate.WarnedTests).Contains(declaration.Requirement))
            {
                yield return $"'{declaration.Requirement}' is declared by {declaration.DeclaredBy}, and listed as passed: what is declared is never passed.";
            }
        }
    }
}
