namespace AsyncBasics.Course.Tests;

public class PredictionSheetTests
{
    private static readonly Prediction s_prediction = SmallCourse.Lesson.Predictions[0];
    private static readonly Lab.Report s_report = Checks("a", "b", "", "c") with { MakespanSeconds = 3 };

    [Fact]
    public void Make_ShufflesTheLines_NeverIntoTheRightOrder()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            PredictionSheet sheet = PredictionSheet.Make(s_prediction, s_report, seed);

            Assert.Equal(["a", "b", "c"], sheet.RightOrder);
            Assert.Equal(["a", "b", "c"], sheet.Lines.Order());
            Assert.NotEqual(sheet.RightOrder, sheet.Lines);
        }
    }

    [Fact]
    public void Make_WithTheSameSeed_GivesTheSameSheet() => Assert.Equal(
        PredictionSheet.Make(s_prediction, s_report, 7).Lines, PredictionSheet.Make(s_prediction, s_report, 7).Lines);

    [Fact]
    public void Make_OfSomeLines_LeavesTheOthersOut()
    {
        Prediction some = s_prediction with { Lines = [new PredictedLine("c", "It is the last."), new PredictedLine(" a", null)] };

        Assert.Equal(["a", "c"], PredictionSheet.Make(some, s_report, 1).RightOrder);
    }

    [Fact]
    public void Score_OfTheRightAnswer_IsRight()
    {
        PredictionSheet sheet = PredictionSheet.Make(s_prediction, s_report, 1);

        Assert.True(sheet.Score(Order(sheet, "a", "b", "c"), 3.2).IsRight);
    }

    [Theory]
    [InlineData(3.24, true)]
    [InlineData(3.25, false)]
    [InlineData(2.75, false)]
    public void Score_OfATotal_AllowsForAQuarterOfASecond(double guess, bool isRight)
    {
        PredictionSheet sheet = PredictionSheet.Make(s_prediction, s_report, 1);

        Assert.Equal(isRight, sheet.Score(Order(sheet, "a", "b", "c"), guess).TotalIsRight);
    }

    [Fact]
    public void Score_OfASwap_TellsTheDifferenceLineByLine()
    {
        Prediction reasoned = s_prediction with { Lines = [new("a", "First."), new("b", null), new("c", "Last.")] };
        PredictionSheet sheet = PredictionSheet.Make(reasoned, s_report, 1);

        PredictionScore score = sheet.Score(Order(sheet, "a", "c", "b"), null);

        Assert.Equal([new LineScore("a", "a", "First."), new LineScore("b", "c", null), new LineScore("c", "b", "Last.")], score.Lines);
        Assert.Equal(1, score.LinesInPlace);
        Assert.False(score.IsRight);
        Assert.False(score.TotalIsRight);
    }

    [Fact]
    public void Score_OfTwoLinesAlike_DoesNotAskWhichIsWhich()
    {
        PredictionSheet sheet = PredictionSheet.Make(s_prediction with { AsksForTotal = false }, Checks("x", "y", "x"), 3);
        int[] order = Order(sheet, "x", "y", "x");

        Assert.True(sheet.Score(order, null).IsRight);
        Assert.True(sheet.Score([.. order.Reverse()], null).IsRight);
    }

    private static Lab.Report Checks(params string[] lines) => Runs.Writing(lines);

    private static int[] Order(PredictionSheet sheet, params string[] lines)
    {
        List<int> left = [.. Enumerable.Range(0, sheet.Lines.Count)];
        return [.. lines.Select(line =>
        {
            int index = left.First(i => sheet.Lines[i] == line);
            left.Remove(index);
            return index;
        })];
    }
}
