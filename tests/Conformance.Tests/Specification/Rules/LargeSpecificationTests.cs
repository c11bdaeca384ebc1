using System.Globalization;
using System.Text;
using Conformance.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Specification.Rules;

/// <summary>Findings stay exact, and are all there, when a specification is large.</summary>
public sealed class LargeSpecificationTests
{
    private const int Operations = 600;
    private const int LinesOfOne = 7;
    private const int LinesBefore = 2;

    [Test]
    public void Every_operation_gets_its_own_finding_at_its_own_line()
    {
        var text = new StringBuilder("info: { title: Big, version: 1.0.0, status: Draft }\nendpoints:\n");
        for (var i = 0; i < Operations; i++)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  - operation_id: op-{{i}}
                    method: GET
                    path: /api/v1/things{{i}}
                    security:
                      public: true
                    responses:
                      401: { description: No token }

                """
            );
        }

        var findings = Linter.Lint(SpecificationLoader.LoadText("big.yaml", text.ToString()));

        var expected = Enumerable.Range(0, Operations).Select(i => LinesBefore + (i * LinesOfOne) + LinesOfOne);
        findings.Where(d => d.Id == "AUT-112").Select(d => d.Location.Line).Should().Equal(expected);
        findings.Count(d => d.Id == "HTP-102").Should().Be(Operations);
        findings.Should().NotContain(d => d.Id == "AUT-109" || d.Id == "DOC-108");
    }
}
