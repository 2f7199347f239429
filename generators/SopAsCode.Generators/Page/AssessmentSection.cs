using System.Globalization;
using SopAsCode.Model;
using SopAsCode.Model.Declaration;
using SopAsCode.Model.Values;

namespace SopAsCode.Generators;

/// <summary>Says how good a candidate the work is, for an idea and for the SOP that it became.</summary>
internal static class AssessmentSection
{
    public static void Write(PageWriter page, SopModel sop)
    {
        if (sop.Stage == Stage.Idea)
        {
            page.Block("This is an idea: nothing runs yet.");
        }

        if (sop.Assessment is { } idea)
        {
            page.Block("## Assessment").Table(["Question", "Score"],
            [
                ["How much is one run like another?", Score(idea.Repeatability)],
                ["How much does a mistake cost?", Score(idea.Risk)],
                ["How complete and clean is the data?", Score(idea.DataReadiness)],
                ["How much judgement does it take?", Score(idea.Judgement)],
                ["How much time does a run save?", idea.MinutesSaved > 0 ? EnglishWords.Duration(idea.MinutesSaved) : "not stated"],
            ]);
        }
    }

    private static string Score(int score) => score == 0 ? "not stated" : $"{score.ToString(CultureInfo.InvariantCulture)} of 5";
}
